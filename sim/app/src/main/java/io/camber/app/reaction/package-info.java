/** How long the car takes from the moment at which something can be seen until it does something about it. */
@NullMarked
package io.camber.app.reaction;

import org.jspecify.annotations.NullMarked;
