package io.github.bedrockjdbc.adapter;

/** A table and the name of its schema. */
record PlacedTable(String schema, TableDescription table) {}
