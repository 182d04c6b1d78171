"""WebDAV behind a password: Apache's mod_dav, or nginx with its dav modules. Plain, or with TLS."""

import hashlib
import subprocess
from pathlib import Path

import certificates
from server import AS_ROOT, LOOPBACK, CannotStart, Credentials, Server, free_port, launch, program, served_folder, temporary_folder

KINDS = ("apache", "nginx")
USER, PASSWORD = "xuat-ban", "mật khẩu: 100% @/ thử"
RUNS_AS = "www-data"
APACHE_MODULES = Path("/usr/lib/apache2/modules")
NGINX_LISTING = Path("/usr/lib/nginx/modules/ngx_http_dav_ext_module.so")  # PROPFIND and locks, which nginx alone has not

APACHE = """\
ServerRoot {folder}
ServerName {loopback}
Listen {loopback}:{port}
PidFile {folder}/pid
ErrorLog {folder}/log
{modules}
{identity}
{tls}
TypesConfig /dev/null
DocumentRoot {root}
DavLockDB {work}/locks
KeepAlive On
MaxKeepAliveRequests 0
<Directory {root}>
  Dav On
  AuthType {proof}
  AuthName "thidua"
  AuthUserFile {folder}/users
  Require valid-user
</Directory>
"""
APACHE_TLS = "SSLEngine on\nSSLCertificateFile {certificate}\nSSLCertificateKeyFile {key}\n"
APACHE_LOADS = ("mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "dir", "mime", "dav", "dav_fs")

NGINX = """\
load_module {listing};
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/log;
{identity}
events {{ worker_connections 256; }}
http {{
  access_log off;
  default_type application/octet-stream;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  client_max_body_size 0;
  keepalive_requests 100000;
  dav_ext_lock_zone zone=locks:1m;
  server {{
    listen {loopback}:{port}{tls};
    root {root};
    auth_basic "thidua";
    auth_basic_user_file {folder}/users;
    location / {{
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS LOCK UNLOCK;
      dav_ext_lock zone=locks;
    }}
  }}
}}
"""
NGINX_TLS = " ssl;\n    ssl_certificate {certificate};\n    ssl_certificate_key {key}"


def start(kind: str = "apache", certificate: str | None = None, proof: str = "Basic") -> Server:
    """Starts the server. kind: one of KINDS. certificate: one of certificates.KINDS, or None for plain HTTP. proof: Apache can ask for Digest."""
    folder = temporary_folder(kind)
    root = served_folder(folder / "site", RUNS_AS)
    served_folder(folder / "work", RUNS_AS)
    write_users(folder / "users", proof)
    credentials = Credentials(user=USER, password=PASSWORD)
    port = free_port()
    values = {"folder": folder, "work": folder / "work", "root": root, "loopback": LOOPBACK, "port": port, "tls": "", "proof": proof}
    if certificate:
        made = certificates.make(folder, certificate)
        credentials.authority = made.authority
        values["tls"] = (APACHE_TLS if kind == "apache" else NGINX_TLS).format(certificate=made.chain, key=made.key)
    scheme = "https" if certificate else "http"
    server = Server(f"{scheme}://{LOOPBACK}:{port}/", credentials, root, port, folder)
    (apache if kind == "apache" else nginx)(server, values)
    return server


def apache(server: Server, values: dict) -> None:
    loads = APACHE_LOADS + (("ssl",) if values["tls"] else ()) + (("auth_digest",) if values["proof"] == "Digest" else ())
    values["modules"] = "\n".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in loads)
    values["identity"] = f"User {RUNS_AS}\nGroup {RUNS_AS}" if AS_ROOT else ""
    config = server.folder / "config"
    config.write_text(APACHE.format(**values))
    launch(server, [program("apache2", "apache2-bin"), "-D", "FOREGROUND", "-f", config])


def nginx(server: Server, values: dict) -> None:
    if not NGINX_LISTING.exists():
        raise CannotStart("nginx cannot list folders, package libnginx-mod-http-dav-ext can")
    values["listing"] = NGINX_LISTING
    values["identity"] = f"user {RUNS_AS};" if AS_ROOT else ""
    config = server.folder / "config"
    config.write_text(NGINX.format(**values))
    launch(server, [program("nginx", "nginx"), "-p", server.folder, "-e", server.folder / "log", "-c", config])


def write_users(path: Path, proof: str) -> None:
    """The list of those who may enter, in the form that both servers read; for Digest in Apache's."""
    if proof == "Digest":
        scrambled = "thidua:" + hashlib.md5(f"{USER}:thidua:{PASSWORD}".encode()).hexdigest()
    else:
        scrambled = subprocess.run(["openssl", "passwd", "-apr1", "-stdin"], input=PASSWORD, text=True, check=True, capture_output=True).stdout.strip()
    path.write_text(f"{USER}:{scrambled}\n")
    path.chmod(0o644)
