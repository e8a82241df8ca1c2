package io.camber.evaluation.report.drawing;

/**
 * A key moment in a plot.
 *
 * @param style CSS class: {@code hard}, {@code warning} or {@code info}
 */
public record TimeMark(double timeS, String style) {}
