/** The controller and the guardian on the bus. */
@NullMarked
package io.camber.control.node;

import org.jspecify.annotations.NullMarked;
