/**
 * Shows drives to people: {@link io.camber.viewer.Viewer} serves a web page, and what it draws, on this host alone.
 */
@NullMarked
package io.camber.viewer;

import org.jspecify.annotations.NullMarked;
