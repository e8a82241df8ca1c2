/**
 * A driver that knows the truth and, from a drive before, what comes: the upper bound for whoever has to see and guess. Main type: {@link
 * io.camber.app.oracle.OracleNode}.
 */
@NullMarked
package io.camber.app.oracle;

import org.jspecify.annotations.NullMarked;
