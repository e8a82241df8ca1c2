/**
 * Whole files made from whole files: {@link io.camber.mcap.tool.McapCopy} filters, cuts, joins, packs anew and recovers;
 * {@link io.camber.mcap.tool.WholeFile} is there when it is whole, or not at all.
 */
@NullMarked
package io.camber.mcap.tool;

import org.jspecify.annotations.NullMarked;
