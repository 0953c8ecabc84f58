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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Runs the program and counts how often each of its methods is entered, constructors and lambdas
 * included. The program is loaded a second time for that, so that no other test is slowed down.
 */
public final class CallCounter {
  private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

  private final ClassLoader program = new Program();

  /** Called by the program at the start of each method. */
  public static void enter(String method) {
    COUNTS.merge(method, 1L, Long::sum);
  }

  /** Runs a command in a folder; the counts by {@code package.Class.method}. */
  Map<String, Long> run(Path folder, String... arguments) throws ReflectiveOperationException {
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
      if (!code.equals(0)) {
        throw new IllegalStateException(out.toString(UTF_8));
      }
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(out.toString(UTF_8), e);
    }
    return new TreeMap<>(COUNTS);
  }

  /** Loads the classes of the program anew, each method with a call to {@link #enter} in front. */
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
            @Override
            public void visitCode() {
              super.visitCode();
              if (!method.equals("<clinit>")) {
                visitLdcInsn(name.replaceFirst("dev.autoheal.", "") + "." + method);
                visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Type.getInternalName(CallCounter.class),
                    "enter",
                    "(Ljava/lang/String;)V",
                    false);
              }
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
