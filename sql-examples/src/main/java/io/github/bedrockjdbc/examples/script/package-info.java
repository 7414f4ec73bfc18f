/** What a script consists of: statements and commands. {@link Script} is the place to start. */
package io.github.bedrockjdbc.examples.script;
