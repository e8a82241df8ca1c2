/**
 * Traffic rules and progress: drivable area, driving direction, red lights, speed limits, route.
 */
@NullMarked
package io.camber.evaluation.rule;

import org.jspecify.annotations.NullMarked;
