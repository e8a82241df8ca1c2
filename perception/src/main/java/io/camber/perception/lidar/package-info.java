/**
 * From one lidar sweep to detections: motion compensation, ground, region of interest, clusters, rectangle, class, complete
 * box, merge. Start reading at {@link io.camber.perception.lidar.LidarDetector}. Points live in parallel arrays that are
 * reused from sweep to sweep; nothing here is allocated per point. No memory between sweeps: that is the tracker's.
 */
@NullMarked
package io.camber.perception.lidar;

import org.jspecify.annotations.NullMarked;
