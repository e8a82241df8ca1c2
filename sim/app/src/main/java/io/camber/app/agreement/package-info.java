/**
 * Whether scenarios play as another engine recorded them: {@link io.camber.app.agreement.ReferenceSet} reads the recordings,
 * {@link io.camber.app.agreement.Agreement} plays each scenario and compares motion, storyboard events and contacts.
 */
@NullMarked
package io.camber.app.agreement;

import org.jspecify.annotations.NullMarked;
