/**
 * What is around the ego: detections, tracks, futures, signal states; and the map file everybody reads.
 */
@NullMarked
package io.camber.scene;

import org.jspecify.annotations.NullMarked;
