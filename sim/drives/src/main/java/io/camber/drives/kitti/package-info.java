/**
 * Drives of the KITTI collection (Geiger, Lenz, Stiller, Urtasun 2013): the raw layout with one drive a folder, and the tracking
 * layout with numbered sequences. Both are read as frames by {@code KittiReader}.
 */
@NullMarked
package io.camber.drives.kitti;

import org.jspecify.annotations.NullMarked;
