/** The {@code camber} command's entry point. Each family of commands has its room below. */
@NullMarked
package io.camber.app;

import org.jspecify.annotations.NullMarked;
