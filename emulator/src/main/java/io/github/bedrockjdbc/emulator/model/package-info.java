/**
 * Foundation models and inference profiles of every region and account. Begin with {@code Models};
 * {@code Catalogue} is the table of models.
 */
package io.github.bedrockjdbc.emulator.model;
