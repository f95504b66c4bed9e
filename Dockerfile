# docker build -t mtqa .
# docker run --rm -v "$PWD:/copy" mtqa lint .
FROM python:3.12-slim

# git answers what has changed (--since, --staged).
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/*

COPY setup.cfg pyproject.toml constraints.txt README.md LICENSE NOTICE /src/
COPY models /src/models
COPY mtqa /src/mtqa
RUN python -m pip install --no-cache-dir --constraint /src/constraints.txt /src \
    && rm -rf /src \
    && git config --system --add safe.directory '*'

RUN useradd --create-home editor
USER editor
WORKDIR /copy
ENTRYPOINT ["mtqa"]
CMD ["--help"]
