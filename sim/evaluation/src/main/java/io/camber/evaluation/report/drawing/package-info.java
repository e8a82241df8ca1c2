/**
 * Small pictures for reports as inline SVG and PNG: plots, the drive from above, the latency waterfall. Colours are CSS
 * classes, so that one picture serves light, dark and paper.
 */
@NullMarked
package io.camber.evaluation.report.drawing;

import org.jspecify.annotations.NullMarked;
