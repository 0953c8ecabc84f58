class Autoheal < Formula
  desc "Linter and policy tool for Azure App Service AutoHeal settings in web.config"
  homepage "https://github.com/@owner@/autoheal"
  version "@version@"
  license "Apache-2.0"

  on_macos do
    depends_on arch: :arm64
    url "@release@/autoheal-@version@-macos-arm64.tar.gz"
    sha256 "@sha256:macos-arm64.tar.gz@"
  end

  on_linux do
    on_intel do
      url "@release@/autoheal-@version@-linux-x64.tar.gz"
      sha256 "@sha256:linux-x64.tar.gz@"
    end
    on_arm do
      url "@release@/autoheal-@version@-linux-arm64.tar.gz"
      sha256 "@sha256:linux-arm64.tar.gz@"
    end
  end

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"autoheal"
    (bash_completion/"autoheal").write Utils.safe_popen_read(bin/"autoheal", "generate-completion")
    (man1/"autoheal.1").write Utils.safe_popen_read(bin/"autoheal", "generate-man-page")
  end

  test do
    (testpath/"web.config").write "<configuration>"
    assert_match "malformed-xml", shell_output("#{bin}/autoheal check", 1)
  end
end
