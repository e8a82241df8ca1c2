/** The hand-over between nodes of one process under jcstress. */
@NullMarked
package io.camber.bus.realtime;

import org.jspecify.annotations.NullMarked;
