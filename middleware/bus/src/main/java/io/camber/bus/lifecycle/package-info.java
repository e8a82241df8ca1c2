/**
 * States of a node's life in the words of ROS 2, for runs on the wall clock. What a state means for a node is kept by
 * {@code bus.node}; here are the values that travel.
 */
@NullMarked
package io.camber.bus.lifecycle;

import org.jspecify.annotations.NullMarked;
