/** Pictures of what the sensors of a rig deliver, condition by condition: {@link io.camber.app.render.ContactSheet}. */
@NullMarked
package io.camber.app.render;

import org.jspecify.annotations.NullMarked;
