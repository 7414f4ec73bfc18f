package io.github.bedrockjdbc.adapter.system;

import io.github.bedrockjdbc.adapter.table.TableDescription;

/** A table and the name of its schema. */
public record PlacedTable(String schema, TableDescription table) {}
