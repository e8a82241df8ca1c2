package io.camber.bus;

/** Makes the node that plays a role, for runs that replace one part of the stack. */
@FunctionalInterface
public interface NodeFactory {
  Node create(NodeContext context);
}
