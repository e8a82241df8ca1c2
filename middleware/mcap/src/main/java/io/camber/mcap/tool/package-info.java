/** Whole files made from whole files: {@link io.camber.mcap.tool.McapCopy} filters, cuts, joins, packs anew and recovers. */
@NullMarked
package io.camber.mcap.tool;

import org.jspecify.annotations.NullMarked;
