/** The pose estimator on the bus. */
@NullMarked
package io.camber.localization.node;

import org.jspecify.annotations.NullMarked;
