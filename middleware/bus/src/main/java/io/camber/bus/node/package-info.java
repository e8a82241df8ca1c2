/**
 * A node from the inside and as its executor sees it. {@link io.camber.bus.node.LocalNode} is what a node author's code
 * runs in; {@link io.camber.bus.node.NodeBody} is all that an executor knows of it: what it declared, what it is called
 * with, what it gives back. That is plain data, so the body may be in this process or in another. Who calls it and when
 * is the business of {@code .execution}, {@code .realtime} and {@code .remote}.
 */
@NullMarked
package io.camber.bus.node;

import org.jspecify.annotations.NullMarked;
