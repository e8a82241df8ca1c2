/** Nodes that feed the perception algorithms from topics. No decisions here. */
@NullMarked
package io.camber.perception.node;

import org.jspecify.annotations.NullMarked;
