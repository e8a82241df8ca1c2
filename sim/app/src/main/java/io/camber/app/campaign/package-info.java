/**
 * Drives in which a virtual safety driver takes over, brings the car back, hands over and counts on. Main type: {@link
 * io.camber.app.campaign.InterventionCampaign}.
 */
@NullMarked
package io.camber.app.campaign;

import org.jspecify.annotations.NullMarked;
