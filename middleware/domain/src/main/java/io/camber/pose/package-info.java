/**
 * The ego's estimated pose with its uncertainty. The estimators live in the localization modules.
 */
@NullMarked
package io.camber.pose;

import org.jspecify.annotations.NullMarked;
