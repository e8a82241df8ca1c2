/**
 * The public conformance suite of the MCAP container at the command line: {@link
 * io.camber.app.log.conformance.ConformanceLines} answers each case with one line of JSON.
 */
@NullMarked
package io.camber.app.log.conformance;

import org.jspecify.annotations.NullMarked;
