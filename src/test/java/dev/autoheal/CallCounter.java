package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Runs the program and counts the calls of each method, including constructors and lambdas, and the
 * iterations of its loops. A separate class loader avoids slowing down other tests.
 */
public final class CallCounter {
  private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

  private final ClassLoader program = new Program();

  /** The suffix of a method name whose loop iterations are counted. */
  static final String LOOPS = " loops";

  /** The program calls this at the start of each method and in each iteration of a loop. */
  public static void enter(String method) {
    COUNTS.merge(method, 1L, Long::sum);
  }

  /** Runs a command that must exit with 0; see {@link #run(int, Path, String...)}. */
  Map<String, Long> run(Path folder, String... arguments) throws ReflectiveOperationException {
    return run(0, folder, arguments);
  }

  /**
   * Runs a command in a folder and returns the counts by {@code package.Class.method}.
   *
   * @param most the highest allowed exit code
   */
  Map<String, Long> run(int most, Path folder, String... arguments)
      throws ReflectiveOperationException {
    COUNTS.clear();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    Object console =
        constructor(program.loadClass("dev.autoheal.cli.Console"))
            .newInstance(
                new ByteArrayInputStream(new byte[0]),
                stream,
                stream,
                folder,
                Map.of(),
                false,
                false);
    Object runner =
        constructor(program.loadClass("dev.autoheal.cli.CommandRunner")).newInstance(console);
    try {
      Method run = runner.getClass().getDeclaredMethod("run", String[].class);
      run.setAccessible(true);
      Object code = run.invoke(runner, (Object) arguments);
      if ((int) code > most) {
        throw new IllegalStateException(out.toString(UTF_8));
      }
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(out.toString(UTF_8), e);
    }
    return new TreeMap<>(COUNTS);
  }

  /** Reloads the classes of the program with a call of {@link #enter} in each method. */
  private static final class Program extends ClassLoader {
    Program() {
      super(CallCounter.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.autoheal.") || name.equals(CallCounter.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        ClassReader reader = new ClassReader(in);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(counting(name, writer), 0);
        byte[] bytes = writer.toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    private static ClassVisitor counting(String name, ClassWriter writer) {
      return new ClassVisitor(Opcodes.ASM9, writer) {
        @Override
        public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
          MethodVisitor plain =
              super.visitMethod(access, method, descriptor, signature, exceptions);
          return new MethodVisitor(Opcodes.ASM9, plain) {
            private final Set<Label> passed = new HashSet<>();

            @Override
            public void visitCode() {
              super.visitCode();
              if (!method.equals("<clinit>")) {
                count("");
              }
            }

            @Override
            public void visitLabel(Label label) {
              passed.add(label);
              super.visitLabel(label);
            }

            @Override
            public void visitJumpInsn(int opcode, Label label) {
              if (passed.contains(label)) {
                count(LOOPS);
              }
              super.visitJumpInsn(opcode, label);
            }

            private void count(String what) {
              visitLdcInsn(name.replaceFirst("dev.autoheal.", "") + "." + method + what);
              visitMethodInsn(
                  Opcodes.INVOKESTATIC,
                  Type.getInternalName(CallCounter.class),
                  "enter",
                  "(Ljava/lang/String;)V",
                  false);
            }
          };
        }
      };
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor;
  }
}
