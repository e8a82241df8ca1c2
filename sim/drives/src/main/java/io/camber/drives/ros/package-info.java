/**
 * Messages of ROS 1 and ROS 2, whatever container they came in: {@code RosDrive} turns those that have a meaning here into values
 * on topics of ours and counts the others.
 */
@NullMarked
package io.camber.drives.ros;

import org.jspecify.annotations.NullMarked;
