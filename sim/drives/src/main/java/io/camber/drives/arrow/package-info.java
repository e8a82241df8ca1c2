/**
 * Tables in the file format of Apache Arrow (columnar format 1.4, also called Feather version 2), as far as flat columns of
 * numbers, truth values and text go. {@code ArrowTable} reads one.
 */
@NullMarked
package io.camber.drives.arrow;

import org.jspecify.annotations.NullMarked;
