"""nginx as readers meet it: it shows a folder, or a bucket behind it, plain and to everybody, and takes nothing."""

import os
from pathlib import Path
from urllib.parse import quote

from server import AS_ROOT, LOOPBACK, Credentials, Server, free_port, launch, program, temporary_folder

CONFIG = """\
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/log;
{identity}
events {{ worker_connections 256; }}
http {{
  access_log off;
  types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; }}
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  keepalive_requests 1000000;
  server {{
    listen {loopback}:{port};
    {shows}
  }}
}}
"""
FOLDER = 'root "{root}"; index index.html; gzip_static on;'
BUCKET = """rewrite ^(.*)/$ $1/index.html;
    location / {{ proxy_pass http://{loopback}:{behind}{path}/; proxy_http_version 1.1; proxy_set_header Connection ""; }}"""


def start(root: Path) -> Server:
    """Shows that folder, with the compressed forms (.gz) beside the files."""
    return begin(root, FOLDER.format(root=root))


def before_bucket(behind: int, path: str) -> Server:
    """Shows what lies below that path on the port of an object store: its pages by their folders, as such stores do for web sites."""
    return begin(Path(path), BUCKET.format(loopback=LOOPBACK, behind=behind, path=quote(path)))


def begin(root: Path, shows: str) -> Server:
    folder, port = temporary_folder("pages"), free_port()
    identity = "user www-data;" if AS_ROOT else ""
    (folder / "config").write_text(CONFIG.format(folder=folder, loopback=LOOPBACK, port=port, shows=shows, identity=identity))
    server = Server(f"http://{LOOPBACK}:{port}/", Credentials(), root, port, folder)
    launch(server, [program("nginx", "nginx"), "-p", folder, "-e", folder / "log", "-c", folder / "config"], env={**os.environ})
    return server
