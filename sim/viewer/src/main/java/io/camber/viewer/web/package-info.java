/**
 * A small web server for one person on this host: {@link io.camber.viewer.web.WebServer} answers who proves by token, host
 * name and origin that the person asks, and nobody else. Knows nothing about drives.
 */
@NullMarked
package io.camber.viewer.web;

import org.jspecify.annotations.NullMarked;
