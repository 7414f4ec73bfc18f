/** JSON texts and paths into them, as generated code asks for them. */
package io.github.bedrockjdbc.driver.json;
