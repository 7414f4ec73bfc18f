/**
 * From answers to rows: decoding, filtering, deduplication, order and limit. {@code RowIterator} is
 * what they all are.
 *
 * <p>Nothing here calls the service or starts a thread, so every class can be tested with values.
 * Begin with {@code JobDecoder} and {@code FilteredRows}.
 */
package io.github.bedrockjdbc.adapter.row;
