package io.camber.bus.shm;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;

/** A bell of this wire, with what writers in other processes must know about it. */
interface NodeBell extends Bell {
  Waiting waiting();

  /** Its line in the node's file. */
  int number();

  /** The node that it belongs to. */
  String node();

  /** Somebody cut the node's page: whoever waits looks again now and then, since nobody can tell any more who sleeps. Any thread. */
  void doWithoutPage();
}
