/** How old rows may be, and how old they are. Begin with {@code MaxAge}. */
package io.github.bedrockjdbc.examples.age;
