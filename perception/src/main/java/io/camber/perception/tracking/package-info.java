/**
 * From detections to tracks: {@link io.camber.perception.tracking.MultiObjectTracker} associates, filters, decides what
 * exists, what it is, which way it faces and whether it moves at all. Everything is in the map frame. No sensor data here.
 */
@NullMarked
package io.camber.perception.tracking;

import org.jspecify.annotations.NullMarked;
