/** Tables on disk: typed columns in memory, {@link io.camber.app.table.CsvFile} and {@link io.camber.app.table.ParquetFile} outside. */
@NullMarked
package io.camber.app.table;

import org.jspecify.annotations.NullMarked;
