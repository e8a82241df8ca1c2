/** Findings of label-free checks. Health reports of nodes belong to the bus. */
@NullMarked
package io.camber.diagnostics;

import org.jspecify.annotations.NullMarked;
