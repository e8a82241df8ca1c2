/**
 * Drive logs at the command line: what is in them ({@link io.camber.app.log.LogInfo}), their messages as text ({@link
 * io.camber.app.log.LogPrinter}), rates and delays of topics, and exports for other tools.
 */
@NullMarked
package io.camber.app.log;

import org.jspecify.annotations.NullMarked;
