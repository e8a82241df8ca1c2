/**
 * Localization, perception, traffic lights and tracking control, each against ground truth.
 */
@NullMarked
package io.camber.evaluation.accuracy;

import org.jspecify.annotations.NullMarked;
