/**
 * What people and other tools read about a drive: {@link io.camber.evaluation.report.ResultJson}, {@link
 * io.camber.evaluation.report.JunitXml}, {@link io.camber.evaluation.report.HtmlReport}. Turns values into text; decides
 * nothing. Drawing lives in {@code .drawing}.
 */
@NullMarked
package io.camber.evaluation.report;

import org.jspecify.annotations.NullMarked;
