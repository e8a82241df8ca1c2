/**
 * Containers of ROS messages: bags of ROS 1 (format 2.0), and those of ROS 2 in MCAP and SQLite.
 */
@NullMarked
package io.camber.drives.rosbag;

import org.jspecify.annotations.NullMarked;
