/**
 * The threads in which statements are planned: a caller whose statement is cancelled or out of time
 * is freed at once, and what goes on behind it is bounded and soon ends.
 */
package io.github.bedrockjdbc.driver.thread;
