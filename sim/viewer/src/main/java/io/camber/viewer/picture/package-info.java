/**
 * What the page draws, made of messages: {@link io.camber.viewer.picture.SceneWindow} for everything small, sweeps and images
 * as compact bytes, the map once.
 */
@NullMarked
package io.camber.viewer.picture;

import org.jspecify.annotations.NullMarked;
