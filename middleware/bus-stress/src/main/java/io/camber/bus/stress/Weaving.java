package io.camber.bus.stress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** Changes to the byte code of one class. Each refuses to do nothing: a mutant that is none proves nothing. */
final class Weaving {
  private final ClassNode node = new ClassNode();

  private Weaving() {}

  static Weaving of(String className) {
    Weaving weaving = new Weaving();
    String resource = "/" + className.replace('.', '/') + ".class";
    try (InputStream bytes = Weaving.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("no class file " + resource);
      }
      new ClassReader(bytes).accept(weaving.node, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return weaving;
  }

  byte[] toBytes() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  /** By name, or by name and descriptor where there are more of that name. */
  private MethodNode method(String name) {
    return node.methods.stream()
        .filter(method -> method.name.equals(name) || (method.name + method.desc).equals(name))
        .reduce((a, b) -> {
          throw new IllegalStateException("more than one method " + name + " in " + node.name);
        })
        .orElseThrow(() -> new IllegalStateException("no method " + name + " in " + node.name));
  }

  private static List<MethodInsnNode> calls(MethodNode method, String... names) {
    List<MethodInsnNode> found = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && List.of(names).contains(call.name)) {
        found.add(call);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no call of " + String.join(", ", names) + " in "
          + method.name + ": the code has changed, choose the mutant anew");
    }
    return found;
  }

  /** Takes out calls without arguments and result, such as fences. */
  Weaving withoutFences(String methodName) {
    MethodNode method = method(methodName);
    for (MethodInsnNode call : calls(method, "fullFence", "acquireFence")) {
      method.instructions.remove(call);
    }
    return this;
  }

  /** Calls a method of the same class and signature instead. */
  Weaving instead(String methodName, String called, String other) {
    for (MethodInsnNode call : calls(method(methodName), called)) {
      call.name = other;
    }
    return this;
  }

  /** Moves the statement that is the call of {@code first} behind the statement that is the call of {@code second}. */
  Weaving swapped(String methodName, String first, String second) {
    MethodNode method = method(methodName);
    MethodInsnNode early = calls(method, first).get(0);
    MethodInsnNode late = calls(method, second).get(0);
    AbstractInsnNode start = statementStart(method, early);
    boolean isResultDropped = early.getNext().getOpcode() == Opcodes.POP;
    AbstractInsnNode end = isResultDropped ? early.getNext() : early;
    InsnList moved = new InsnList();
    for (AbstractInsnNode each = start; each != null; ) {
      AbstractInsnNode next = each.getNext();
      boolean isLast = each == end;
      if (each.getOpcode() >= 0) {
        method.instructions.remove(each);
        moved.add(each);
      }
      if (isLast) {
        break;
      }
      each = next;
    }
    method.instructions.insert(late, moved);
    return this;
  }

  /** The first instruction before the call at which nothing was on the stack. */
  private AbstractInsnNode statementStart(MethodNode method, MethodInsnNode call) {
    Frame<BasicValue>[] frames;
    try {
      frames = new Analyzer<>(new BasicInterpreter()).analyze(node.name, method);
    } catch (AnalyzerException e) {
      throw new IllegalStateException("cannot follow " + method.name, e);
    }
    AbstractInsnNode start = call;
    for (AbstractInsnNode each = call; each != null; each = each.getPrevious()) {
      Frame<BasicValue> frame = frames[method.instructions.indexOf(each)];
      if (each.getOpcode() >= 0) {
        start = each;
      }
      if (each.getOpcode() >= 0 && frame != null && frame.getStackSize() == 0) {
        return start;
      }
    }
    return start;
  }

  /** Replaces the last call of a method by instructions that take the same from the stack and leave the same. */
  Weaving insteadOfLast(
      String methodName, String called, List<? extends AbstractInsnNode> replacement) {
    MethodNode method = method(methodName);
    List<MethodInsnNode> found = calls(method, called);
    MethodInsnNode last = found.get(found.size() - 1);
    for (AbstractInsnNode each : replacement) {
      method.instructions.insertBefore(last, each);
    }
    method.instructions.remove(last);
    return this;
  }

  /** Replaces the last use of a local variable of type long. */
  Weaving insteadOfLastLong(String methodName, List<? extends AbstractInsnNode> replacement) {
    MethodNode method = method(methodName);
    AbstractInsnNode last = null;
    for (AbstractInsnNode each : method.instructions) {
      last = each.getOpcode() == Opcodes.LLOAD ? each : last;
    }
    if (last == null) {
      throw new IllegalStateException("no long is used in " + methodName);
    }
    for (AbstractInsnNode each : replacement) {
      method.instructions.insertBefore(last, each);
    }
    method.instructions.remove(last);
    return this;
  }

  /** A whole method without branches, anew. */
  Weaving rewritten(String methodName, List<? extends AbstractInsnNode> instructions) {
    MethodNode method = method(methodName);
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    if (method.localVariables != null) {
      method.localVariables.clear();
    }
    for (AbstractInsnNode each : instructions) {
      method.instructions.add(each);
    }
    return this;
  }

  /** Makes every volatile field a plain one. */
  Weaving withoutVolatile() {
    int changed = 0;
    for (FieldNode field : node.fields) {
      if ((field.access & Opcodes.ACC_VOLATILE) != 0) {
        field.access &= ~Opcodes.ACC_VOLATILE;
        changed++;
      }
    }
    if (changed == 0) {
      throw new IllegalStateException("no volatile field in " + node.name);
    }
    return this;
  }

  String name() {
    return node.name;
  }
}
