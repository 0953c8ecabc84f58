public final class Billing {
  public static void main(String[] args) {
    System.out.println("billing listens on " + System.getenv("HTTP_PLATFORM_PORT"));
  }
}
