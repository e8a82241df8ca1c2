/**
 * What the pose is worth while satellites are heard and while they are not. Main types: {@link
 * io.camber.evaluation.pose.InnovationMeasure}, {@link io.camber.evaluation.pose.OutageMeasure}.
 */
@NullMarked
package io.camber.evaluation.pose;

import org.jspecify.annotations.NullMarked;
