package io.camber.app.campaign;

import io.camber.evaluation.judgement.Owner;

/**
 * Once that the safety driver took the wheel.
 *
 * @param trigger code, such as {@code T1}
 * @param atNs when
 * @param backNs when the stack drove again; {@code Long.MAX_VALUE}: never in this drive
 */
public record TakeOver(String trigger, Owner owner, String detail, long atNs, long backNs) {
  boolean isOnDuty(long timeNs) {
    return timeNs >= atNs && timeNs < backNs;
  }

  TakeOver until(long timeNs) {
    return new TakeOver(trigger, owner, detail, atNs, timeNs);
  }
}
