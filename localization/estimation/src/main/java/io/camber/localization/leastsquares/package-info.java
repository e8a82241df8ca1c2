/**
 * Linear least squares with few unknowns: {@link io.camber.localization.leastsquares.NormalEquations}, and with outliers and
 * samples that agree among themselves {@link io.camber.localization.leastsquares.ClusteredFit}.
 */
@NullMarked
package io.camber.localization.leastsquares;

import org.jspecify.annotations.NullMarked;
